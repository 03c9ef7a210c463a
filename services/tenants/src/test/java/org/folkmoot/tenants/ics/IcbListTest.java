package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.nhs.OdsCode;
import org.junit.jupiter.api.Test;

class IcbListTest {

    private final IcbList boards = new IcbList();

    @Test
    void england_has_thirty_six_boards() {
        assertThat(boards.size()).isEqualTo(36);
    }

    @Test
    void a_board_has_its_whole_name_commas_and_all() {
        assertThat(boards.nameOf(OdsCode.of("QK1")))
                .contains("NHS Leicester, Leicestershire and Rutland Integrated Care Board");
        assertThat(boards.nameOf(OdsCode.of("T6Y0W"))).contains("NHS Norfolk and Suffolk Integrated Care Board");
    }

    @Test
    void a_board_that_was_merged_away_is_unknown() {
        assertThat(boards.nameOf(OdsCode.of("QMM"))).isEmpty();
    }
}
