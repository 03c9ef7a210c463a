package org.folkmoot.registry.dspt;

/**
 * A row that was not recorded.
 *
 * @param line where it begins in the file
 * @param reason {@code columns-differ}, {@code code-invalid}, {@code code-twice}, {@code status-unknown}, {@code date-invalid}
 *     or {@code date-after-file}
 * @param raw its values, with commas between them
 */
record UnreadRow(long line, String reason, String raw) {}
