package org.asemeducation.stocktake.access.provider;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Signing out of the provider too, where it offers that: else the next person at a shared
 * computer would be one click away from the account. The browser is sent there from our
 * page, which the session tells where to.
 */
@Component
public class ProviderSignOut {

	private static final String FAREWELL = "stocktake.farewell";

	private static final String NOT_EXPANDED = "{value}";

	private final ProviderSignIn signIn;

	private final ProviderSettings settings;

	private final PublicUrl publicUrl;

	ProviderSignOut(ProviderSignIn signIn, ProviderSettings settings, PublicUrl publicUrl) {
		this.signIn = signIn;
		this.settings = settings;
		this.publicUrl = publicUrl;
	}

	/**
	 * Notes where to send the browser of a person whose session has just ended.
	 * @param request at hand
	 * @param person who was signed in
	 */
	public void remember(HttpServletRequest request, @Nullable Authentication person) {
		if (person != null && person.getPrincipal() instanceof ProviderUser user) {
			String address = address(user);
			if (address != null) {
				request.getSession().setAttribute(FAREWELL, address);
			}
		}
	}

	private @Nullable String address(ProviderUser user) {
		Object end = endOfSession();
		if (end == null) {
			return null;
		}
		return UriComponentsBuilder.fromUriString(end.toString())
			.queryParam("id_token_hint", NOT_EXPANDED)
			.queryParam("client_id", NOT_EXPANDED)
			.queryParam("post_logout_redirect_uri", NOT_EXPANDED)
			.encode()
			.buildAndExpand(user.idToken(), this.settings.client(), this.publicUrl.to("/login?signed-out"))
			.toUriString();
	}

	private @Nullable Object endOfSession() {
		try {
			return this.signIn.provider()
				.registration()
				.getProviderDetails()
				.getConfigurationMetadata()
				.get("end_session_endpoint");
		}
		catch (ProviderAway ex) {
			return null;
		}
	}

	/**
	 * Where to send the browser now.
	 * @param request of the page that says good-bye
	 * @return the provider's address, once; {@code null} when there is none
	 */
	public @Nullable String farewell(HttpServletRequest request) {
		HttpSession session = request.getSession(false);
		Object address = (session != null) ? session.getAttribute(FAREWELL) : null;
		if (session == null || address == null) {
			return null;
		}
		session.invalidate();
		return address.toString();
	}

}
