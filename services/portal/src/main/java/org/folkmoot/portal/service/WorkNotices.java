package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Which mails a person gets about work and bulletins. */
@ApplicationScoped
public class WorkNotices {

    /**
     * What somebody gets mails about.
     *
     * @param mail where they are sent; null where no address is known
     */
    public record Preferences(
            @Nullable String mail, boolean reminder, boolean digest, boolean office, boolean bulletin) {}

    /**
     * What somebody chooses.
     *
     * @param reminder to be reminded of single actions and whatever else there is to see to
     * @param digest their own each week
     * @param office everybody's, for executive managers
     * @param bulletin bulletins to the practices and networks for which they act
     */
    public record Wishes(boolean reminder, boolean digest, boolean office, boolean bulletin) {}

    private final ExecutiveService executive;

    WorkNotices(ExecutiveService executive) {
        this.executive = executive;
    }

    public Reply<Preferences> mine(Visit visit) {
        return executive.client().get(visit, "/my/notices", new TypeReference<>() {});
    }

    public Reply<Preferences> choose(Visit visit, Wishes wishes) {
        return executive.client().send(visit, "PUT", "/my/notices", wishes, null, new TypeReference<>() {});
    }
}
