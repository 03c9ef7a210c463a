package org.folkmoot.portal.home;

import java.util.List;
import org.folkmoot.portal.directory.Change;
import org.folkmoot.portal.directory.PcnSize;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Registry.Icb;
import org.folkmoot.portal.service.Registry.Named;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Release;
import org.folkmoot.portal.service.Tenants.Ics;
import org.jspecify.annotations.Nullable;

/**
 * The first page. A part that is null is not for this person.
 *
 * @param speaksFor the organisations for which the person acts; the ICS itself is named anyway
 * @param voice mandates and ballots
 * @param network the person's PCN
 * @param board the ICS as a whole
 * @param findings what does not fit together in the directory and waits for somebody
 * @param people how many people have an account
 * @param releases the newest releases of national files
 * @param icss the ICSs of the platform
 */
public record HomeView(
        List<Named> speaksFor,
        @Nullable VoiceView voice,
        @Nullable Panel<Network> network,
        @Nullable Panel<Icb> board,
        @Nullable Panel<Count> findings,
        @Nullable Panel<Count> people,
        @Nullable Panel<List<Release>> releases,
        @Nullable Panel<List<Ics>> icss) {

    /** For whom else the person acts, besides the network that the heading names. */
    public List<Named> others() {
        return speaksFor.stream().filter(one -> !isInTheHeading(one)).toList();
    }

    private boolean isInTheHeading(Named one) {
        return network != null
                && network.trouble() == null
                && one.code().equals(network.value().pcn().code());
    }

    /**
     * A PCN, as its people look at it first.
     *
     * @param changes who joined and who left, the newest first
     */
    public record Network(Pcn pcn, PcnSize size, List<Change> changes) {

        /** How many of its members are open practices on the patient register. */
        public long practices() {
            return pcn.members().stream().filter(member -> member.onRegister()).count();
        }
    }

    /**
     * How many there are.
     *
     * @param more whether there are more than were counted
     */
    public record Count(int number, boolean more) {}
}
