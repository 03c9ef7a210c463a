package org.folkmoot.portal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** A browser without JavaScript: keeps cookies, follows redirects, finds forms. */
final class Browser {

    /** What came back at last, after all redirects. */
    record Page(int status, URI address, String body, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form-token\" value=\"([^\"]+)\"");
    private static final Pattern LOGIN_FORM = Pattern.compile("action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final List<String> setHere = new ArrayList<>();
    private final Map<String, String> habits =
            new LinkedHashMap<>(Map.of("Accept", "text/html", "Sec-Fetch-Site", "same-origin"));

    static String url() {
        return ConfigProvider.getConfig().getValue("folkmoot.portal.url", String.class);
    }

    /** Sends this header from now on, or no longer if it is empty. */
    Browser with(String header, String value) {
        if (value.isEmpty()) {
            habits.remove(header);
        } else {
            habits.put(header, value);
        }
        return this;
    }

    /** Opens a page of an ICS and fills in Keycloak's form on the way. */
    Page signIn(String path, String username) {
        return fillIn(open(path), username);
    }

    /** Fills in Keycloak's form. */
    Page fillIn(Page login, String username) {
        Matcher form = LOGIN_FORM.matcher(login.body());
        if (!form.find()) {
            throw new AssertionError("no form to sign in at " + login.address() + ": " + login.body());
        }
        return send(
                "POST",
                login.address().resolve(form.group(1).replace("&amp;", "&")),
                Map.of("username", username, "password", PortalRealm.PASSWORD));
    }

    Page open(String path) {
        return send("GET", URI.create(url() + path), Map.of());
    }

    /** Sends a form of a page, with its token. */
    Page submit(Page from, String path, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        token(from).ifPresent(token -> all.put("form-token", token));
        return post(path, all);
    }

    /** The same with fields that the page has, as somebody can fill them in who sees it. */
    Page fill(Page from, String path, Map<String, String> fields) {
        for (String name : fields.keySet()) {
            if (!from.body().contains(" name=\"" + name + "\"")) {
                throw new AssertionError("no field " + name + " at " + from.address());
            }
        }
        return submit(from, path, fields);
    }

    Page post(String path, Map<String, String> fields) {
        return send("POST", URI.create(url() + path), fields);
    }

    static Optional<String> token(Page page) {
        Matcher token = FORM_TOKEN.matcher(page.body());
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** The cookies that the portal has set here, by name. */
    Map<String, String> cookies() {
        return cookies.computeIfAbsent(URI.create(url()).getAuthority(), host -> new TreeMap<>());
    }

    /** Every cookie that the portal has set here, as it was set. */
    List<String> setHere() {
        return setHere;
    }

    /**
     * Sends a form with a file.
     *
     * @param field the name of the file's field
     */
    HttpResponse<String> upload(
            Page from, String path, Map<String, String> fields, String field, String fileName, String content) {
        var body = new StringBuilder();
        var all = new LinkedHashMap<>(fields);
        token(from).ifPresent(token -> all.put("form-token", token));
        all.forEach((name, value) -> body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--limit\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: text/csv\r\n\r\n")
                .append(content)
                .append("\r\n--limit--\r\n");
        return sent(
                URI.create(url() + path),
                request -> request.header("Content-Type", "multipart/form-data; boundary=limit")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Forgets what others have set here: at Keycloak nobody is signed in any more. */
    void forgetOthers() {
        cookies.keySet().removeIf(host -> !host.equals(URI.create(url()).getAuthority()));
    }

    /** One answer, no redirect followed. */
    HttpResponse<String> once(String method, URI address, Map<String, String> fields) {
        return sent(address, request -> {
            if (method.equals("POST")) {
                request.header("Content-Type", "application/x-www-form-urlencoded");
                request.POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))));
            }
        });
    }

    private HttpResponse<String> sent(URI address, Consumer<HttpRequest.Builder> body) {
        var request = HttpRequest.newBuilder(address);
        habits.forEach(request::header);
        var jar = cookies.computeIfAbsent(address.getAuthority(), host -> new TreeMap<>());
        if (!jar.isEmpty()) {
            request.header(
                    "Cookie",
                    jar.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        body.accept(request);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(jar, cookie));
            if (address.toString().startsWith(url())) {
                setHere.addAll(answer.headers().allValues("Set-Cookie"));
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Page send(String method, URI address, Map<String, String> fields) {
        URI at = address;
        HttpResponse<String> answer = once(method, at, fields);
        for (int redirects = 0; answer.statusCode() / 100 == 3 && redirects < MOST_REDIRECTS; redirects++) {
            at = at.resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = once("GET", at, Map.of());
        }
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        return new Page(answer.statusCode(), at, answer.body(), headers);
    }

    private static void keep(Map<String, String> jar, String cookie) {
        String[] parts = cookie.split(";", -1);
        int equals = parts[0].indexOf('=');
        String name = parts[0].substring(0, equals);
        if (cookie.contains("Max-Age=0")) {
            jar.remove(name);
        } else {
            jar.put(name, parts[0].substring(equals + 1));
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
