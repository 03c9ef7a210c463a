package org.folkmoot.registry.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.registry.release.TestDirectory.Loaded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens and closes between two releases. */
class LaterReleaseTest {

    private final TestDirectory directory = TestDirectory.empty().serving("qkk", "qr1", "t6y0w");

    @AfterEach
    void close() {
        directory.close();
    }

    @Test
    void a_practice_and_a_network_that_opened_and_a_network_that_closed_are_announced_once() {
        // Given
        directory.load(TestDirectory.realFiles());
        directory.announcements();
        Map<String, String> september = Map.of(
                "epraccur_2026-09.csv",
                Samples.text(Samples.EPRACCUR_DSE)
                        + line(Samples.EPRACCUR_DSE, "D82001")
                                .replace("\"D82001\",\"HOLT MEDICAL PRACTICE\"", "\"D82999\",\"KELLING SURGERY\"")
                                .replace("\"19740401\"", "\"20260901\"")
                                .replace("\"20200401\"", "\"20260901\""),
                "map.csv",
                (Samples.text(Samples.MAP)
                                + line(Samples.MAP, "D82001")
                                        .replace("D82001,HOLT MEDICAL PRACTICE", "D82999,KELLING SURGERY")
                                        .replace("U94681,NORTH NORFOLK 1 PCN", "U99999,NORTH NORFOLK 9 PCN"))
                        .replace("01Aug2026", "01Sep2026"),
                "epcn-pcn-details_2026-09.csv",
                Samples.text(Samples.PCNS).replaceFirst("(U13557,NORWICH PCN,.*,20191001),,", "$1,20260831,")
                        + line(Samples.PCNS, "U94681")
                                .replace("U94681,NORTH NORFOLK 1 PCN", "U99999,NORTH NORFOLK 9 PCN")
                                .replace("20191001", "20260901"));

        // When
        Loaded loaded = directory.load(september);

        // Then
        assertThat(loaded.announced())
                .isEqualTo(Map.of(
                        "practice.opened", 1L,
                        "pcn.opened", 1L,
                        "pcn.closed", 1L,
                        "pcn.member.joined", 1L));
        assertThat(directory.announcements())
                .containsExactly(
                        "t6y0w folkmoot.registry.pcn.opened.v1 {\"icb\": \"T6Y0W\", \"asAt\": \"2026-09-01\", \"code\":"
                                + " \"U99999\", \"name\": \"NORTH NORFOLK 9 PCN\", \"subIcb\": \"26A\", \"release\":"
                                + " \"2026-09-01\", \"openedOn\": \"2026-09-01\"}",
                        "t6y0w folkmoot.registry.practice.opened.v1 {\"icb\": \"T6Y0W\", \"pcn\": \"U99999\", \"asAt\":"
                                + " \"2026-09-01\", \"code\": \"D82999\", \"name\": \"KELLING SURGERY\", \"subIcb\": \"26A\","
                                + " \"release\": \"2026-09-01\", \"openedOn\": \"2026-09-01\", \"postcode\": \"NR25 6QA\"}",
                        "t6y0w folkmoot.registry.pcn.member.joined.v1 {\"pcn\": \"U99999\", \"asAt\": \"2026-09-01\","
                                + " \"release\": \"2026-09-01\", \"practice\": \"D82999\"}",
                        "t6y0w folkmoot.registry.pcn.closed.v1 {\"asAt\": \"2026-08-31\", \"code\": \"U13557\", \"name\":"
                                + " \"NORWICH PCN\", \"release\": \"2026-09-01\", \"closedOn\": \"2026-08-31\"}");
        assertThat(directory.load(september).announced()).isEmpty();
        assertThat(directory.announcements()).isEmpty();
    }

    private static String line(String file, String code) {
        return Samples.lines(file).stream()
                .filter(line -> line.contains(code))
                .findFirst()
                .orElseThrow();
    }
}
