package org.folkmoot.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;

/** The database hashes and the verifier hashes: they agree on every text there is. */
class LedgerTextsTest {

    private static final TestDatabase DATABASE =
            TestStack.current().database("ledger_texts").migrate("classpath:db/foundation");

    @Property(tries = 300)
    void whatever_text_is_appended_the_exported_file_verifies(
            @ForAll("texts") String stream, @ForAll @Size(min = 1, max = 3) List<@From("texts") String> texts)
            throws SQLException, IOException {
        try (Connection connection = DATABASE.connect("app");
                Statement statement = connection.createStatement()) {
            // Given
            connection.setAutoCommit(false);
            statement.execute("select set_config('folkmoot.tenant', 'qkk', true)");
            var ledger = new Ledger(connection);
            var receipts = new ArrayList<Witness>();
            for (String text : texts) {
                receipts.add(ledger.append(stream, new NewEntry(text, text, LedgerJson.object("text", text))));
            }
            // When
            var file = new ByteArrayOutputStream();
            ledger.export(stream, file);
            connection.rollback();
            // Then
            assertThat(Logs.verify(file.toByteArray(), receipts.toArray(Witness[]::new)))
                    .isEqualTo(new Verdict.Intact((Receipt) receipts.getLast(), texts.size(), false));
        }
    }

    /** What PostgreSQL can hold: Unicode, not empty, without the character NUL. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(1, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(points -> String.join("", points));
    }
}
