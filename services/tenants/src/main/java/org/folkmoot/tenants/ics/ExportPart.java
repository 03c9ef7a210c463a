package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.databind.JsonNode;

/** One part of what is handed out when an ICS leaves. Contains no secret. */
public interface ExportPart {

    /** The member of the document under which it stands. */
    String name();

    /**
     * Reads it, without a transaction; may block.
     *
     * @throws ExportUnavailable when where it is kept does not answer
     */
    JsonNode read(IcsAtHand ics);

    /** A part cannot be read now. */
    final class ExportUnavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        /** @param reason for an operator to read */
        public ExportUnavailable(String reason, Throwable cause) {
            super(reason, cause);
        }
    }
}
