package org.folkmoot.benchmark.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody's session in the portal, begun as a browser begins it: through Keycloak's page.
 *
 * @param cookies what the portal's address is to be sent, as one header
 */
record SignedIn(String cookies) {

    private static final Pattern FORM = Pattern.compile("(?s)<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    /** @throws IllegalStateException when the page is not reached */
    static SignedIn at(URI page, String person, String password) throws IOException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Browser(http).signIn(page, person, password);
        }
    }

    private static final class Browser {

        private final HttpClient http;

        /** Portal and Keycloak are two ports of one host, so a browser too would send both of them all of these. */
        private final Map<String, String> cookies = new LinkedHashMap<>();

        Browser(HttpClient http) {
            this.http = http;
        }

        SignedIn signIn(URI page, String person, String password) throws IOException {
            HttpResponse<String> login = follow(HttpRequest.newBuilder(page).GET());
            Matcher form = FORM.matcher(login.body());
            if (!form.find()) {
                throw new IllegalStateException("no form to sign in at " + login.uri());
            }
            String fields = "username=" + URLEncoder.encode(person, StandardCharsets.UTF_8) + "&password="
                    + URLEncoder.encode(password, StandardCharsets.UTF_8);
            HttpResponse<String> first = follow(
                    HttpRequest.newBuilder(login.uri().resolve(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(fields)));
            if (first.statusCode() != 200 || !first.uri().getPath().equals(page.getPath())) {
                throw new IllegalStateException("signing in leads to " + first.uri() + " with " + first.statusCode());
            }
            return new SignedIn(header());
        }

        private HttpResponse<String> follow(HttpRequest.Builder request) throws IOException {
            HttpResponse<String> answer = send(request);
            for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
                URI next = answer.uri()
                        .resolve(answer.headers().firstValue("Location").orElseThrow());
                answer = send(HttpRequest.newBuilder(next).GET());
            }
            return answer;
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
            if (!cookies.isEmpty()) {
                request.header("Cookie", header());
            }
            try {
                HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("Set-Cookie").forEach(this::keep);
                return answer;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }

        private void keep(String cookie) {
            String pair = cookie.split(";", 2)[0];
            int equals = pair.indexOf('=');
            if (cookie.matches("(?i).*;\\s*max-age=0(;.*)?")) {
                cookies.remove(pair.substring(0, equals));
            } else {
                cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }

        private String header() {
            return cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
        }
    }
}
