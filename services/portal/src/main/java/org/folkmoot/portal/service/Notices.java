package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Which mails a person gets. */
@ApplicationScoped
public class Notices {

    /**
     * What somebody gets mails about.
     *
     * @param mail where they are sent; null where no address is known
     * @param opened when a ballot opens in which they may vote
     * @param closing when it closes soon and they have not voted
     * @param declared when its result is declared
     */
    public record Preferences(@Nullable String mail, boolean opened, boolean closing, boolean declared) {}

    private final MandateService mandate;

    Notices(MandateService mandate) {
        this.mandate = mandate;
    }

    public Reply<Preferences> mine(Visit visit) {
        return mandate.client().get(visit, "/my/notices", new TypeReference<>() {});
    }

    public Reply<Preferences> choose(Visit visit, boolean opened, boolean closing, boolean declared) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/my/notices",
                        Map.of("opened", opened, "closing", closing, "declared", declared),
                        null,
                        new TypeReference<>() {});
    }
}
