"""Write the tables under `data/germany/history/` from the workbooks of the Statistisches Bundesamt."""
