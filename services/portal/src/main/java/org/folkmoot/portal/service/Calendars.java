package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** People's dates at secret addresses, for calendar programs. */
@ApplicationScoped
public class Calendars {

    /**
     * Somebody's secret address.
     *
     * @param path the address, told once, when it is made; null after that
     * @param fetchedAt when a calendar program last asked for it; null if none has
     * @param until when it stops answering, unless the person comes before that
     */
    public record Feed(
            @Nullable String path, Instant madeAt, @Nullable Instant fetchedAt, Instant until) {

        /** The media type of what is there. */
        public static final String TYPE = "text/calendar";

        @Override
        public String toString() {
            return "Feed[" + madeAt + "]";
        }
    }

    private final ExecutiveService executive;

    Calendars(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The person's address, without what it is; refused as not found if there is none. */
    public Reply<Feed> mine(Visit visit) {
        return executive.client().get(visit, "/my/calendar-feed", new TypeReference<>() {});
    }

    /** Makes the person's address; one that was made before leads nowhere any more. */
    public Reply<Feed> make(Visit visit) {
        return executive.client().send(visit, "PUT", "/my/calendar-feed", null, null, new TypeReference<>() {});
    }

    /** The person's address leads nowhere any more; the answer is empty. */
    public Reply<JsonNode> revoke(Visit visit) {
        return executive.client().send(visit, "DELETE", "/my/calendar-feed", null, null, new TypeReference<>() {});
    }

    /** The same for somebody else, by who administers accounts. */
    public Reply<JsonNode> revoke(Visit visit, UUID person) {
        return executive
                .client()
                .send(visit, "DELETE", "/people/" + person + "/calendar-feed", null, null, new TypeReference<>() {});
    }

    /** The calendar at a secret address. It is nobody's request: the address is the proof. */
    public Reply<byte[]> at(String ics, String file) {
        return executive
                .client()
                .open("/calendars/" + ServiceClient.segment(ics) + "/" + ServiceClient.segment(file), Feed.TYPE);
    }
}
