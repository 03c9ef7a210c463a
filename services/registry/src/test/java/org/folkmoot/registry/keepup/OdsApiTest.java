package org.folkmoot.registry.keepup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.registry.keepup.OdsServer.cutShort;
import static org.folkmoot.registry.keepup.OdsServer.json;
import static org.folkmoot.registry.keepup.OdsServer.organisation;
import static org.folkmoot.registry.keepup.OdsServer.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OdsApiTest {

    private static final LocalDate DAY = LocalDate.of(2025, 12, 8);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-12-09T06:00:00Z"), ZoneOffset.UTC);
    private static final String SEARCH = "/Organization?";
    private static final Duration LONG = Duration.ofSeconds(30);

    private final OdsServer server = new OdsServer();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<JsonNode> entries = new ArrayList<>();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_recorded_answer_is_read() throws Exception {
        // Given
        server.answers(SEARCH, json(OdsServer.recordedSearch()));

        // When
        int pages = ask(LONG);

        // Then
        assertThat(pages).isEqualTo(1);
        assertThat(entries).hasSize(1);
        assertThat(server.asked()).containsExactly("/Organization?lastChangeDate=gt2025-12-07");
        assertThat(server.keys()).containsExactly("a-key");
        assertThat(pauses).isEmpty();
    }

    @Test
    void pages_are_read_to_the_end() throws Exception {
        // Given: a link may be whole or begin at the root
        server.answers(SEARCH, page(server.url() + "/Organization?_page=2", "A81001"))
                .answers(
                        "/Organization?_page=2",
                        page("/organisation-data-terminology-api/fhir/Organization?_page=3", "A81002"))
                .answers("/Organization?_page=3", page("", "A81003"));

        // When
        int pages = ask(LONG);

        // Then
        assertThat(pages).isEqualTo(3);
        assertThat(entries)
                .extracting(entry -> entry.path("resource").path("id").asText())
                .containsExactly("A81001", "A81002", "A81003");
    }

    @Test
    void each_page_is_handed_on_when_it_has_come_and_the_next_not_asked_for_when_it_is_too_much() {
        // Given
        server.answers(SEARCH, page(server.url() + "/Organization?_page=2", "A81001"))
                .answers("/Organization?_page=2", page(server.url() + "/Organization?_page=3", "A81002"))
                .answers("/Organization?_page=3", page("", "A81003"));

        // When
        try (OdsApi api = api(LONG)) {
            assertThatThrownBy(() -> api.changedSince(DAY, page -> {
                        entries.addAll(page);
                        if (entries.size() == 2) {
                            throw new SourceFault("enough");
                        }
                    }))
                    .hasMessage("enough");
        }

        // Then
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void what_may_be_over_in_a_moment_is_tried_again_later_and_later() throws Exception {
        // Given
        String whole = server.bundle("", organisation("A81001", "ONE", true));
        server.answers(SEARCH, cutShort(whole), status(500), json("{\"resourceType\":"), status(503), json(whole));

        // When
        ask(LONG);
        assertThat(entries).hasSize(1);

        // Then: a second, two, four, eight, each of them down to a half
        assertThat(server.asked()).hasSize(5);
        assertThat(pauses).hasSize(4);
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(pauses.get(i)).isBetween(Duration.ofMillis(500L << i), Duration.ofMillis(1000L << i));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"17", "Tue, 9 Dec 2025 06:00:17 GMT"})
    void it_is_not_asked_again_before_it_wants_to_be(String retryAfter) throws Exception {
        // Given
        server.answers(SEARCH, status(429, "Retry-After", retryAfter), page("", "A81001"));

        // When
        ask(LONG);
        assertThat(entries).hasSize(1);

        // Then
        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void nobody_waits_for_longer_than_there_is_patience() {
        server.answers(SEARCH, status(503, "Retry-After", "3600"));
        assertFault(LONG, "asks for more patience than there is");
        assertThat(pauses).isEmpty();
    }

    @Test
    void it_is_given_up_after_some_attempts() {
        server.answers(SEARCH, status(500));
        assertFault(LONG, "The API answers 500, the last of 5 times");
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void an_answer_that_never_ends_is_not_waited_for() {
        server.answers(SEARCH, server.slow());
        assertFault(Duration.ofMillis(300), "takes longer than");
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void an_answer_that_is_too_long_is_not_kept() {
        server.answers(SEARCH, OdsServer.ofLength(OdsApi.LONGEST_ANSWER + 1));
        assertFault(LONG, "does not answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/organisation-data-terminology-api/fhir/Organization?_page=2",
                "http://localhost/organisation-data-terminology-api/fhir/Organization?_page=2",
                "file:///etc/passwd",
                "//elsewhere.example/organisation-data-terminology-api/fhir/Organization",
                "/another-api/Organization?_page=2",
                "../../another-api/Organization",
                "/organisation-data-terminology-api/fhir/../../secret",
                "http://[::1",
                ""
            })
    void a_next_page_that_is_elsewhere_is_not_asked_for(String next) {
        server.answers(SEARCH, json("""
                {"resourceType":"Bundle","link":[{"relation":"next","url":"%s"}],"entry":[]}
                """.formatted(next)));
        assertFault(LONG, "elsewhere");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void pages_that_lead_in_a_circle_have_no_end() {
        server.answers(SEARCH, page(server.url() + "/Organization?_page=2", "A81001"))
                .answers("/Organization?_page=2", page(server.url() + "/Organization?_page=2", "A81002"));
        assertFault(LONG, "lead back to one that was read");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void a_redirection_is_not_followed_and_a_refusal_not_repeated() {
        server.answers(SEARCH, status(302, "Location", server.url() + "/Organization?_page=2"));
        assertFault(LONG, "answers 302");
        server.answers(SEARCH, status(403));
        assertFault(LONG, "answers 403");
        assertThat(server.asked()).hasSize(2);
    }

    @Test
    void an_answer_of_another_kind_is_a_fault() {
        server.answers(SEARCH, json(OdsServer.recorded("ftrs_OperationOutcome-InvalidOdsCode-Example.json")));
        assertFault(LONG, "something other than a Bundle");
    }

    @Test
    void an_organisation_that_is_not_known_is_none() throws Exception {
        server.answers("/Organization/Y01234", json(OdsServer.recordedOrganisation()));
        try (OdsApi api = api(LONG)) {
            assertThat(api.organisation("Y01234"))
                    .hasValueSatisfying(
                            found -> assertThat(found.path("name").asText()).isEqualTo("TEST MEDICAL CENTRE"));
            assertThat(api.organisation("Z99999")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.service.nhs.uk/fhir",
                "ftp://127.0.0.1/fhir",
                "https://someone:secret@api.service.nhs.uk/fhir",
                "https://api.service.nhs.uk/fhir?x=y",
                "http://127.0.0.1.example.org/fhir",
                "http://10.0.0.1/fhir",
                "https:/fhir"
            })
    void an_address_without_tls_or_with_more_than_a_path_is_refused(String url) {
        assertThatThrownBy(() -> new Address(URI.create(url))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_address_has_tls_or_is_this_machine() {
        assertThat(List.of(
                        "https://api.service.nhs.uk/fhir/",
                        "http://localhost:1/x",
                        "http://[::1]:1/x",
                        "http://127.0.0.1"))
                .allSatisfy(
                        url -> assertThat(new Address(URI.create(url)).at("/y").toString())
                                .endsWith("/y")
                                .doesNotContain("//y"));
    }

    private OdsServer.Answer page(String next, String code) {
        return json(server.bundle(next, organisation(code, "PRACTICE " + code, true)));
    }

    private int ask(Duration patience) throws SourceFault {
        try (OdsApi api = api(patience)) {
            return api.changedSince(DAY, entries::addAll);
        }
    }

    private OdsApi api(Duration patience) {
        return new OdsApi(
                new Address(URI.create(server.url())),
                Optional.of("a-key"),
                new OdsApi.Patience(patience, 5, Duration.ofSeconds(1), Duration.ofMinutes(1)),
                CLOCK,
                pauses::add);
    }

    private void assertFault(Duration patience, String why) {
        assertThatThrownBy(() -> ask(patience)).isInstanceOf(SourceFault.class).hasMessageContaining(why);
    }
}
