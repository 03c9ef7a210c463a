package org.folkmoot.registry.concentration;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.link.Link;
import org.jspecify.annotations.Nullable;

/** The rule: who has how many of these practices' patients. Pure. */
final class Concentration {

    private static final int DECIMALS = 4;

    private Concentration() {}

    /**
     * The shares, the largest first, and last what is not recorded.
     *
     * @param practices those whose patients are the whole
     * @param links those of one kind; others than of these practices are not heeded
     * @param threshold null where the ICS has set none
     */
    static List<Share> on(
            LocalDate day, List<IcsPractice> practices, List<Link> links, @Nullable BigDecimal threshold) {
        long whole = practices.stream().mapToLong(IcsPractice::listed).sum();
        var under = new TreeMap<String, List<IcsPractice>>();
        var organisations = new TreeMap<String, Organisation>();
        var unrecorded = new ArrayList<IcsPractice>();
        for (IcsPractice practice : practices) {
            Set<String> seen = new HashSet<>();
            for (Link link : links) {
                if (link.organisation().id().equals(practice.code())
                        && link.holdsOn(day)
                        && seen.add(link.other().id())) {
                    organisations.put(link.other().id(), link.other());
                    under.computeIfAbsent(link.other().id(), other -> new ArrayList<>())
                            .add(practice);
                }
            }
            if (seen.isEmpty()) {
                unrecorded.add(practice);
            }
        }
        var shares = new ArrayList<Share>();
        for (Map.Entry<String, List<IcsPractice>> each : under.entrySet()) {
            BigDecimal share = share(each.getValue(), whole);
            shares.add(new Share(
                    day,
                    organisations.get(each.getKey()),
                    each.getValue().size(),
                    patients(each.getValue()),
                    share,
                    threshold != null && share.compareTo(threshold) >= 0));
        }
        shares.sort(Comparator.comparingLong(Share::patients).reversed());
        if (!unrecorded.isEmpty()) {
            shares.add(new Share(day, null, unrecorded.size(), patients(unrecorded), share(unrecorded, whole), false));
        }
        return shares;
    }

    private static long patients(List<IcsPractice> practices) {
        return practices.stream().mapToLong(IcsPractice::listed).sum();
    }

    private static BigDecimal share(List<IcsPractice> practices, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(DECIMALS)
                : BigDecimal.valueOf(patients(practices))
                        .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
