package org.folkmoot.neighbourhood.notification;

/** What kind of thing happened, as far as it means something here. */
enum News {
    /** The patient is registered with another practice. */
    PRACTICE,
    /** The patient has died. */
    DEATH,
    /** The patient has another NHS number. */
    NUMBER,
    /** Something else. */
    OTHER;

    /** The types of the NHS's event catalogue, of whatever version. */
    static News of(String type) {
        return switch (type.replaceFirst("-[0-9]+$", "")) {
            case "pds-change-of-gp" -> PRACTICE;
            case "pds-death-notification" -> DEATH;
            case "nhs-number-change" -> NUMBER;
            default -> OTHER;
        };
    }
}
