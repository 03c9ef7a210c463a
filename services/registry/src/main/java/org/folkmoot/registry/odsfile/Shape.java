package org.folkmoot.registry.odsfile;

import java.util.List;

/** What a row of 27 columns without a header looks like: the three files of that form differ only in their values. */
enum Shape {
    COST_CENTRE_LEGACY,
    COST_CENTRE_DSE,
    TRUST,
    BRANCH,
    UNKNOWN;

    static final int COLUMNS = 27;

    private static final int CODE = 0;
    private static final int STATUS = 12;
    private static final int PARENT = 14;
    private static final int SETTING = 25;
    private static final int PRACTICE_CODE_LENGTH = 6;
    private static final int LONGEST_TRUST_CODE = 5;

    static Shape of(List<String> row) {
        if (row.size() != COLUMNS) {
            return UNKNOWN;
        }
        return switch (row.get(STATUS).strip()) {
            case "A", "C", "D", "P" -> COST_CENTRE_LEGACY;
            case "ACTIVE", "INACTIVE", "DORMANT" -> COST_CENTRE_DSE;
            case "" -> ofCodes(row);
            default -> UNKNOWN;
        };
    }

    /** Only cost centres have a status: of the others, a branch names its practice and a trust's code is short. */
    private static Shape ofCodes(List<String> row) {
        int code = row.get(CODE).strip().length();
        int parent = row.get(PARENT).strip().length();
        if (!row.get(SETTING).isBlank()) {
            return UNKNOWN;
        }
        if (parent == PRACTICE_CODE_LENGTH && code > PRACTICE_CODE_LENGTH) {
            return BRANCH;
        }
        return parent == 0 && code > 2 && code <= LONGEST_TRUST_CODE ? TRUST : UNKNOWN;
    }
}
