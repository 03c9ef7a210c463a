package org.folkmoot.portal.home;

import java.util.List;
import java.util.Optional;
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
 * @param work actions and meetings
 * @param care referrals to neighbourhood teams
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
        @Nullable WorkView work,
        @Nullable CaseView care,
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

    /** Whether there are things that could wait for the person. */
    public boolean needs() {
        return (voice != null && voice.closing() != null) || (work != null && work.due() != null);
    }

    /** Whether it is known that no action is due. */
    public boolean nothingDue() {
        return work != null
                && work.due() != null
                && work.due().trouble() == null
                && work.due().value().actions().isEmpty();
    }

    /** Whether it is known that neither a ballot nor an action waits. */
    public boolean nothingWaits() {
        return nothingDue()
                && voice != null
                && voice.closing() != null
                && voice.closing().trouble() == null
                && voice.closing().value().isEmpty();
    }

    /** What the person has seen of their network, for their next visit; empty where there was nothing to see. */
    Optional<Seen> seen() {
        return network == null || network.trouble() != null
                ? Optional.empty()
                : Optional.of(Seen.of(network.value().pcn()));
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
     * @param since who joined and who left since the person's last visit; null on the first
     */
    public record Network(
            Pcn pcn,
            PcnSize size,
            Panel<List<Change>> changes,
            @Nullable SinceLastVisit since) {

        private static final int LATEST = 3;

        /** The newest changes. */
        public List<Change> latest() {
            return changes.value().stream().limit(LATEST).toList();
        }

        /** The address of all changes as a file in that format. */
        public String file(String base, String format) {
            return Change.listOf(base, pcn.code()).with("format", format).href();
        }

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
