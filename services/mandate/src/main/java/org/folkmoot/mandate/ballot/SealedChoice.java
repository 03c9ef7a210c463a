package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.folkmoot.ballot.Opening;
import org.folkmoot.tenancy.Tenant;

/**
 * A choice of a secret ballot as it lies encrypted until the declaration.
 *
 * @param salt hides the choice in the opening's hash
 * @param seal hides the opening in the commitment
 * @param choice the words
 */
record SealedChoice(String salt, String seal, List<String> choice) {

    private static final JsonMapper JSON = new JsonMapper();

    /** What it is the secret of: it cannot be put beneath another voter's vote. */
    static String belonging(Tenant tenant, UUID ballot, String voter) {
        return "vote/" + tenant.id() + "/" + ballot + "/" + voter;
    }

    byte[] toBytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    static SealedChoice of(byte[] bytes) {
        try {
            return JSON.readValue(bytes, SealedChoice.class);
        } catch (IOException e) {
            throw new IllegalStateException("a sealed choice that cannot be read", e);
        }
    }

    /** Without weights: in a secret ballot all votes count alike. */
    Opening opening(Paper paper) {
        return new Opening(salt, paper.choice(choice).orElseThrow(), null);
    }
}
