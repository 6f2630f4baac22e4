"""Everything behind the answers as open data: tables and boundaries, in the formats that others read."""
