package org.folkmoot.neighbourhood.fhir;

import java.util.Map;
import java.util.UUID;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.nhs.OdsCode;
import org.jspecify.annotations.Nullable;

/** A message {@code servicerequest-request} of the Booking and Referral Standard: what a sender asks for. */
sealed interface RequestMessage {

    /** Where in the bundle each field of the command stands: a pointer for a pointer. */
    Map<String, String> places();

    /** A person is referred. */
    record New(Said said, PersonRequest person, UUID team, OdsCode practice, Map<String, String> places)
            implements RequestMessage {}

    /** What was said of a referral is said anew. */
    record Update(Known known, Said said, UUID team, Map<String, String> places) implements RequestMessage {}

    /** A referral is taken back. */
    record Cancel(Known known, @Nullable String words, Map<String, String> places) implements RequestMessage {

        /** Nothing of why. */
        @Override
        public String toString() {
            return "Cancel[" + known + "]";
        }
    }

    /**
     * The referral of which the sender knows.
     *
     * @param version as the sender last read it, or null if the sender does not say
     */
    record Known(UUID referral, @Nullable String version) {}

    /** What is said of a referral. */
    record Said(String priority, @Nullable String service, String reason) {

        /** Nothing of what. */
        @Override
        public String toString() {
            return "Said[withheld]";
        }
    }
}
