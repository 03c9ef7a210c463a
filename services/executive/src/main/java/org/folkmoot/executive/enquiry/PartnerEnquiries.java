package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.executive.enquiry.EnquiryEvents.Complaint;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Hears what partners' own systems ask. The topic is theirs to write to, so nothing of it is trusted: what is not taken in is
 * answered with an event that says why.
 */
@ApplicationScoped
class PartnerEnquiries implements EventHandler {

    private final Receipt receipt;
    private final ReceiveEnquiry receive;
    private final ChangeEnquiry change;
    private final Enquiries enquiries;
    private final Chronicle chronicle;
    private final ObjectMapper json;
    private final Validator validator;

    PartnerEnquiries(
            Receipt receipt,
            ReceiveEnquiry receive,
            ChangeEnquiry change,
            Enquiries enquiries,
            Chronicle chronicle,
            ObjectMapper json,
            Validator validator) {
        this.receipt = receipt;
        this.receive = receive;
        this.change = change;
        this.enquiries = enquiries;
        this.chronicle = chronicle;
        this.json = json;
        this.validator = validator;
    }

    @Incoming("partner-enquiries")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "partner-enquiries";
    }

    @Override
    public void handle(Event event) {
        switch (event.verb()) {
            case "submitted" -> read(event, EnquiryRequest.class).ifPresent(request -> submitted(event, request));
            case "clarified" ->
                read(event, Clarification.class).ifPresent(clarification -> clarified(event, clarification));
            default -> refuse(event, "type", "must be submitted or clarified");
        }
    }

    private void submitted(Event event, EnquiryRequest request) {
        // The inbox forgets in the end, and Kafka may be read all over again.
        if (isNamedByItsKey(event, request.reference()) && !enquiries.cameAs(event.id())) {
            answer(event, receive.receive(request, new Enquiry.Origin(null, false, event.id())));
        }
    }

    private void clarified(Event event, Clarification clarification) {
        if (isNamedByItsKey(event, clarification.reference())) {
            Optional<UUID> enquiry =
                    enquiries.named(clarification.organisation().code(), clarification.reference());
            answer(
                    event,
                    enquiry.map(id -> change.clarified(id, clarification.words().strip()))
                            .orElseGet(Result::absent));
        }
    }

    private boolean isNamedByItsKey(Event event, @Nullable String reference) {
        if (event.aggregateId().equals(reference)) {
            return true;
        }
        refuse(event, "reference", "must be the key of the event");
        return false;
    }

    /** What was done is announced already; what was not is answered here. */
    private void answer(Event event, Result<EnquiryView> result) {
        if (result instanceof Result.Refused<EnquiryView>(Problem problem)) {
            refuse(event, complaints(problem), known(problem));
        }
    }

    private <T> Optional<T> read(Event event, Class<T> type) {
        if (event.data().valueStream().anyMatch(value -> value.asText().indexOf('\0') >= 0)) {
            refuse(event, "data", "must not hold the character U+0000");
            return Optional.empty();
        }
        T request;
        try {
            request = json.treeToValue(event.data(), type);
        } catch (JsonProcessingException e) {
            refuse(event, field(e), "cannot be read as what the contract says of it");
            return Optional.empty();
        }
        List<Complaint> complaints = validator.validate(request).stream()
                .map(violation -> new Complaint(violation.getPropertyPath().toString(), violation.getMessage()))
                .sorted((one, other) -> one.field().compareTo(other.field()))
                .toList();
        if (!complaints.isEmpty()) {
            refuse(event, complaints, null);
            return Optional.empty();
        }
        return Optional.of(request);
    }

    private static String field(JsonProcessingException failure) {
        if (!(failure instanceof JsonMappingException mapping)) {
            return "data";
        }
        String path = mapping.getPath().stream()
                .map(each -> String.valueOf(each.getFieldName()))
                .collect(Collectors.joining("."));
        return path.isEmpty() ? "data" : path;
    }

    private static List<Complaint> complaints(Problem problem) {
        if (problem.errors().isEmpty()) {
            return List.of(new Complaint("data", sentence(problem)));
        }
        return problem.errors().stream()
                .map(error -> new Complaint(error.pointer().replaceFirst("^#/", ""), error.detail()))
                .toList();
    }

    private static String sentence(Problem problem) {
        return problem.detail() == null ? problem.title() : problem.detail();
    }

    private static @Nullable UUID known(Problem problem) {
        return problem.extensions().get("enquiry") instanceof String id ? UUID.fromString(id) : null;
    }

    private void refuse(Event event, String field, String sentence) {
        refuse(event, List.of(new Complaint(field, sentence)), null);
    }

    private void refuse(Event event, List<Complaint> complaints, @Nullable UUID known) {
        chronicle.itself(
                "refused",
                "partner-event",
                event.id(),
                complaints.stream()
                        .map(complaint -> complaint.field() + " " + complaint.sentence())
                        .collect(Collectors.joining("; ")));
        chronicle.announce(
                "enquiry",
                event.aggregateId(),
                "refused",
                new EnquiryEvents.Refused(event.id(), event.aggregateId(), known, complaints));
    }
}
