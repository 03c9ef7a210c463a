package org.folkmoot.benchmark.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallsTest {

    @Test
    void the_calls_of_a_page_are_those_that_were_answered_and_do_not_watch_over_the_service() {
        assertThat(Calls.paths("""
                        2026-11-22T05:00:00Z INFO  [access] 127.0.0.1 - ada "GET /directory/pcns/U12345?asAt=2026-08-15 HTTP/1.1" 200 812
                        2026-11-22T05:00:00Z INFO  [access] 127.0.0.1 - - "GET /q/health/ready HTTP/1.1" 200 20
                        2026-11-22T05:00:00Z INFO  [access] 127.0.0.1 - ada "GET /directory/organisations/X HTTP/1.1" 404 99
                        2026-11-22T05:00:00Z INFO  [access] 127.0.0.1 - ada "PUT /directory/findings/1/resolution HTTP/1.1" 200 1
                        """)).containsExactly("/directory/pcns/U12345?asAt=2026-08-15");
    }

    @Test
    void whoever_the_portal_may_ask_is_listened_to() {
        assertThat(Calls.SERVICES)
                .containsExactlyInAnyOrder("tenants", "registry", "mandate", "executive", "neighbourhood");
    }
}
