package dev.faultline.app.ui.part;

import java.util.List;

/// What a table shows.
///
/// @param name what it lists
/// @param size number of rows
/// @param rows what they are
record TableContents(String name, int size, List<Column> columns, TableRows rows) {}
