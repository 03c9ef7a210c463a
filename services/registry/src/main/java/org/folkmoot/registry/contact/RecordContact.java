package org.folkmoot.registry.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.area.Areas;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.tenancy.Caller;
import org.jspecify.annotations.Nullable;

/** Contacts are recorded, amended, confirmed, and leave. */
@ApplicationScoped
class RecordContact {

    private final Contacts contacts;
    private final Areas areas;
    private final Organisations organisations;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    RecordContact(
            Contacts contacts,
            Areas areas,
            Organisations organisations,
            Chronicle chronicle,
            Caller caller,
            Clock clock) {
        this.contacts = contacts;
        this.areas = areas;
        this.organisations = organisations;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<ContactView> record(ContactRequest request) {
        return checked(request, organisation -> {
            var contact = new Contact(Uuid7.next(), request, organisation, caller, clock.instant(), today());
            contacts.persist(contact);
            return done("recorded", contact);
        });
    }

    @Transactional
    Result<ContactView> amend(UUID id, @Nullable String ifMatch, ContactRequest request) {
        return onPresent(
                id,
                ifMatch,
                contact -> checked(request, organisation -> {
                    contact.amend(request, organisation, caller, today());
                    return done("amended", contact);
                }));
    }

    @Transactional
    Result<ContactView> confirm(UUID id, @Nullable String ifMatch) {
        return onPresent(id, ifMatch, contact -> {
            contact.confirm(caller, today());
            return done("confirmed", contact);
        });
    }

    @Transactional
    Result<ContactView> leave(UUID id, @Nullable String ifMatch, LocalDate lastDay) {
        return onPresent(id, ifMatch, contact -> {
            contact.leave(lastDay);
            return done("left", contact);
        });
    }

    private Result<ContactView> onPresent(
            UUID id, @Nullable String ifMatch, Function<Contact, Result<ContactView>> change) {
        Contact contact = contacts.findById(id);
        if (contact == null) {
            return Result.absent();
        }
        return EntityTag.of(contact.version())
                .refusal(ifMatch)
                .<Result<ContactView>>map(Result.Refused::new)
                .orElseGet(() -> change.apply(contact));
    }

    private Result<ContactView> checked(ContactRequest request, Function<String, Result<ContactView>> change) {
        if (request.phone() == null && request.email() == null) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/phone", "must be given, or an email address: nobody can be reached by neither"));
        }
        UUID place = request.place();
        if (place != null && areas.nameOf(place, today()).isEmpty()) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/place", "must be the id of a place of this ICS"));
        }
        Optional<Organisation> organisation = organisations.find(request.organisation());
        return organisation
                .map(found -> change.apply(found.id()))
                .orElseGet(() -> new Result.Refused<>(Organisations.unknown(request.organisation())));
    }

    private Result<ContactView> done(String verb, Contact contact) {
        contacts.flush();
        chronicle.wrote(verb, "contact", contact.id(), null);
        return new Result.Done<>(contact.view(), contact.version());
    }

    private LocalDate today() {
        return LondonTime.today(clock);
    }
}
