package org.folkmoot.registry.release;

/** Ends the load's transaction with nothing written. */
final class ReleaseRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    ReleaseRefused(Refusal refusal) {
        super(refusal.detail(), null, false, false);
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
