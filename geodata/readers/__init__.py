"""From files to tables of cells: CSV, XLSX, data packages and archives."""
