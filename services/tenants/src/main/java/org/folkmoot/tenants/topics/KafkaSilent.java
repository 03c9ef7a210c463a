package org.folkmoot.tenants.topics;

/** Kafka does not answer, or refuses; the message is for an operator to read. */
final class KafkaSilent extends Exception {

    private static final long serialVersionUID = 1L;

    KafkaSilent(String message, Throwable cause) {
        super(message, cause);
    }
}
