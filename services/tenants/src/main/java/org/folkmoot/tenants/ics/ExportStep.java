package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes one JSON document of everything that the control plane knows of an ICS: its entry, its realm and people, its
 * topics and rights, and the log of what operators did. The services' own data are theirs to export.
 */
@ApplicationScoped
class ExportStep implements Step {

    private final List<ExportPart> parts;
    private final IcsEntries entries;
    private final Exports exports;
    private final Audit audit;
    private final ObjectMapper json;
    private final Clock clock;

    ExportStep(
            @All List<ExportPart> parts,
            IcsEntries entries,
            Exports exports,
            Audit audit,
            ObjectMapper json,
            Clock clock) {
        this.parts = parts;
        this.entries = entries;
        this.exports = exports;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public StepName name() {
        return StepName.EXPORT;
    }

    @Override
    public StepOutcome perform(IcsAtHand ics) {
        Instant at = clock.instant();
        ObjectNode document = json.createObjectNode();
        document.put("format", "folkmoot.tenants.export.v1").put("madeAt", at.toString());
        try {
            parts.forEach(part -> document.set(part.name(), part.read(ics)));
        } catch (ExportPart.ExportUnavailable e) {
            return new StepOutcome.Failed(String.valueOf(e.getMessage()));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            document.set(
                    "ics",
                    json.valueToTree(IcsView.of(entries.of(ics.tenant()).orElseThrow(), exports.madeAt(ics.tenant()))));
            document.set("audit", audit.of(ics.tenant()));
            String text = text(document);
            exports.keep(ics.tenant(), at, sha256(text), text);
        });
        return new StepOutcome.Done(List.of());
    }

    private String text(ObjectNode document) {
        try {
            return json.writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
