package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * Proxies, and the form to give one.
 *
 * @param proxies those given by or to the person's organisations
 * @param givers the organisations for which the person may vote
 * @param receivers who may be given one; empty before the ballot has opened, when a code is asked for
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ProxiesView(
        Ballot ballot,
        List<Row> proxies,
        List<String> givers,
        List<Elector> receivers,
        @Nullable String done,
        Form form) {

    /**
     * A proxy.
     *
     * @param mayRevoke whether the person may vote for the one who gave it, and it still holds
     */
    public record Row(Proxy proxy, boolean mayRevoke) {}
}
