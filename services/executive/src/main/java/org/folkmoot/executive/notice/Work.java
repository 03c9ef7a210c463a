package org.folkmoot.executive.notice;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.executive.notice.Duties.Owed;

/** All that people have to see to, of whatever kind; of the current ICS, in the caller's transaction. */
@ApplicationScoped
class Work {

    private final List<Duties> duties;

    Work(@All List<Duties> duties) {
        this.duties = duties;
    }

    List<Owed> owed(LocalDate day) {
        return duties.stream().flatMap(each -> each.owed(day).stream()).toList();
    }

    /** Everybody's, and what is nobody's, the earliest due first. */
    List<Duty> all(LocalDate day) {
        return duties.stream()
                .flatMap(each -> each.of(null, day).stream())
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }

    /**
     * Somebody's, the earliest due first.
     *
     * @param manager whether what is nobody's is theirs, too
     */
    List<Duty> of(String owner, boolean manager, LocalDate day) {
        List<Duty> own =
                duties.stream().flatMap(each -> each.of(owner, day).stream()).toList();
        List<Duty> nobodys =
                manager ? all(day).stream().filter(duty -> duty.owner() == null).toList() : List.of();
        return Stream.concat(own.stream(), nobodys.stream())
                .sorted(Comparator.comparing(Duty::due))
                .toList();
    }
}
