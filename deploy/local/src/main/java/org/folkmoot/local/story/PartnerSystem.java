package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;

/** The own system of a partner of the ICS, which asks general practice something over Kafka. */
public interface PartnerSystem {

    /**
     * Submits an enquiry, and waits until Kafka has it.
     *
     * @param event the event's id: the same one again changes nothing
     * @param enquiry as the contract has it; its reference is the key
     */
    void submit(UUID event, JsonNode enquiry);
}
