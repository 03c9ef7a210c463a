package org.folkmoot.executive.recommendation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.executive.notice.Duties;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.Reminder;
import org.jspecify.annotations.Nullable;

/** Whoever is entrusted with a recommendation is told of the day of the response; managers are, while nobody is. */
@ApplicationScoped
class RecommendationDuties implements Duties {

    private final Recommendations recommendations;

    RecommendationDuties(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        return recommendations.awaiting(day.plusDays(AHEAD)).stream()
                .filter(each -> owner == null || each.isEntrustedTo(owner))
                .map(each -> each.duty(Reminder.on(day, each.respondBy()).isPresent()))
                .toList();
    }
}
