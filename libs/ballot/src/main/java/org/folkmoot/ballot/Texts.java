package org.folkmoot.ballot;

/** Words of a file, shown to a person. */
final class Texts {

    private static final int LONGEST = 200;

    private Texts() {}

    /** The text without what could command a terminal, and cut where it would flood it. */
    static String printable(String text) {
        StringBuilder harmless = new StringBuilder(Math.min(text.length(), LONGEST + 1));
        for (int index = 0; index < text.length(); index++) {
            if (index == LONGEST) {
                return harmless.append('…').toString();
            }
            char letter = text.charAt(index);
            int type = Character.getType(letter);
            boolean harmful = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            harmless.append(harmful ? ' ' : letter);
        }
        return harmless.toString();
    }
}
