"""The places of Germany, and what a word or an address means among them."""
