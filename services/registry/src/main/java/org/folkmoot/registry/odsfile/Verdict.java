package org.folkmoot.registry.odsfile;

/** What becomes of a row whose columns are in order. */
sealed interface Verdict {

    record Accepted(Fact fact) implements Verdict {}

    record Refused(Reason reason) implements Verdict {}
}
