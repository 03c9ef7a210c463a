package org.folkmoot.benchmark.neighbourhood;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.benchmark.HttpConnection;

/** A HAPI FHIR server, R4, that somebody has started beside the benchmark on the same machine. */
final class Hapi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int IN_A_BUNDLE = 500;
    private static final String ACCEPT = "Accept: application/fhir+json";

    private final URI base;
    private final String patient;
    private final String team;

    /** Makes a patient and an organisation there, to which everything refers. */
    Hapi(URI base) throws IOException {
        this.base = base;
        this.patient = made("Patient", "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Bench\"}]}");
        this.team = made("Organization", "{\"resourceType\":\"Organization\",\"name\":\"Team\"}");
    }

    HttpConnection connect() throws IOException {
        return new HttpConnection(base.getHost(), base.getPort());
    }

    /** The request that makes a service request with the same words as a referral of ours. */
    byte[] serviceRequest() {
        return HttpConnection.post(
                base.getPath() + "/ServiceRequest", resource().toString(), ACCEPT);
    }

    byte[] read(String id) {
        return HttpConnection.get(base.getPath() + "/ServiceRequest/" + id, ACCEPT);
    }

    byte[] worklist() {
        return HttpConnection.get(
                base.getPath() + "/ServiceRequest?performer=Organization/" + team + "&status=active&_count=50", ACCEPT);
    }

    /** Makes so many service requests, and gives the ids of the last few hundred. */
    List<String> fill(int many) throws IOException {
        var ids = new ArrayList<String>();
        try (HttpConnection connection = connect()) {
            for (int made = 0; made < many; made += IN_A_BUNDLE) {
                ObjectNode bundle =
                        JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
                var entries = bundle.putArray("entry");
                for (int number = 0; number < Math.min(IN_A_BUNDLE, many - made); number++) {
                    ObjectNode entry = entries.addObject();
                    entry.set("resource", resource());
                    entry.putObject("request").put("method", "POST").put("url", "ServiceRequest");
                }
                String root = base.getPath().isEmpty() ? "/" : base.getPath();
                connection.ask(HttpConnection.post(root, bundle.toString(), ACCEPT));
                ids.clear();
                for (JsonNode entry : JSON.readTree(connection.body()).path("entry")) {
                    ids.add(entry.path("response").path("location").asText().split("/")[1]);
                }
            }
        }
        return ids;
    }

    private ObjectNode resource() {
        ObjectNode request = JSON.createObjectNode()
                .put("resourceType", "ServiceRequest")
                .put("status", "active")
                .put("intent", "order")
                .put("priority", "routine")
                .put("authoredOn", "2026-11-22");
        request.putObject("subject").put("reference", "Patient/" + patient);
        request.putArray("performer").addObject().put("reference", "Organization/" + team);
        request.putArray("reasonCode")
                .addObject()
                .put("text", "Falls at home, lives alone, several medicines; please assess and plan with the family.");
        return request;
    }

    private String made(String type, String resource) throws IOException {
        try (HttpConnection connection = connect()) {
            connection.ask(HttpConnection.post(
                    base.getPath() + "/" + type, resource, ACCEPT, "Prefer: return=representation"));
            return JSON.readTree(connection.body()).path("id").asText();
        }
    }
}
