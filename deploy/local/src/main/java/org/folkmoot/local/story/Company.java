package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of one ICS, through whom a story is told, and what the registry says of its networks. */
public interface Company {

    /**
     * An account.
     *
     * @param subject by what it is known for ever
     * @param name what its person is called
     */
    record Account(String subject, String name) {}

    /**
     * What the service said.
     *
     * @param body an empty object where there was none
     * @param tag the version that a change could name
     */
    record Answer(int status, JsonNode body, Optional<String> tag) {}

    /** Makes the person, or brings their role and organisations in line. */
    void admit(Person person);

    /** A person's account. */
    Account account(String username);

    /** The codes of the open practices that the registry counts to a network today. */
    List<String> practicesOf(String network);

    /**
     * Sends the service to which the story is told a request, as that person. Several threads may do so at the same time.
     *
     * @param body none where the address says all
     */
    Answer send(String username, String method, String path, @Nullable JsonNode body, Map<String, String> headers);

    /**
     * Hands the service a file, as that person.
     *
     * @param file its content, of the part {@code file}
     * @param fields the other parts
     */
    Answer hand(String username, String path, String file, Map<String, String> fields, Map<String, String> headers);
}
