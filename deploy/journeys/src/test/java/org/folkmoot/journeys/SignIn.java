package org.folkmoot.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Keycloak's pages, gone through as a person does. */
final class SignIn {

    private static final Map<Person, Authenticator> AUTHENTICATORS = new ConcurrentHashMap<>();

    private final Page page;

    SignIn(Page page) {
        this.page = page;
    }

    /** Whether that person has set up a second factor here. */
    static boolean hasSecondFactor(Person person) {
        return AUTHENTICATORS.containsKey(person);
    }

    /** What the page shows when it asks who comes. */
    Locator form() {
        return page.locator("#kc-form-login");
    }

    /** Signs in; whoever is asked to set up a second factor does so, and uses it from then on. */
    void as(Person person) {
        password(person.username(), person.password());
        Locator key = page.locator("#mode-manual");
        Locator code = page.locator("#otp");
        key.or(code).or(page.locator("header.nhsuk-header")).waitFor();
        if (key.count() > 0) {
            key.click();
            var authenticator =
                    new Authenticator(page.locator("#kc-totp-secret-key").innerText());
            AUTHENTICATORS.put(person, authenticator);
            page.locator("#totp").fill(authenticator.code());
            page.locator("#userLabel").fill("telephone");
            page.locator("#saveTOTPBtn").click();
        } else if (code.count() > 0) {
            code.fill(Objects.requireNonNull(AUTHENTICATORS.get(person), person::toString)
                    .code());
            page.locator("#kc-login").click();
        }
        page.locator("header.nhsuk-header").waitFor();
    }

    /** Comes with a password that somebody else has set, and chooses another. */
    void firstTime(String username, String temporary, String own) {
        password(username, temporary);
        page.locator("#password-new").fill(own);
        page.locator("#password-confirm").fill(own);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Submit"))
                .click();
        page.locator("header.nhsuk-header").waitFor();
    }

    private void password(String username, String password) {
        page.locator("#username").fill(username);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
    }
}
