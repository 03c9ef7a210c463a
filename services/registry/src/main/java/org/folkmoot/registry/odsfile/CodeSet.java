package org.folkmoot.registry.odsfile;

/**
 * The codes that were met so far, in eight bytes each: a file of a million organisations must fit into a small service.
 * A code of up to nine letters and digits is a number in base 37.
 */
final class CodeSet {

    private static final int BASE = 37;
    private static final long FREE = 0;

    private long[] slots = new long[1024];
    private int size;

    /** Whether this code, in upper case, was not met before. */
    boolean add(String code) {
        if (2 * (size + 1) > slots.length) {
            grow();
        }
        boolean added = put(slots, number(code));
        size += added ? 1 : 0;
        return added;
    }

    private void grow() {
        var larger = new long[slots.length * 2];
        for (long number : slots) {
            if (number != FREE) {
                put(larger, number);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long number) {
        int slot = Long.hashCode(number * 0x9E3779B97F4A7C15L) & slots.length - 1;
        while (slots[slot] != FREE) {
            if (slots[slot] == number) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number;
        return true;
    }

    /** Never zero, and different for different codes: each character counts from 1. */
    private static long number(String code) {
        long number = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            number = number * BASE + (c <= '9' ? c - '0' + 1 : c - 'A' + 11);
        }
        return number;
    }
}
