// The page of a table's list.
