package org.asemeducation.stocktake.access.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.asemeducation.stocktake.engine.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.web.client.RestTemplate;

/**
 * What the provider says about itself. It is asked when somebody first signs in, not at
 * the start, which therefore needs no provider; where it does not answer, it is left in
 * peace for some seconds.
 */
class Provider {

	static final String ID = "oidc";

	private static final Logger log = LoggerFactory.getLogger(Provider.class);

	private static final Duration LEFT_IN_PEACE = Duration.ofSeconds(10);

	private static final ParameterizedTypeReference<Map<String, Object>> METADATA = new ParameterizedTypeReference<>() {
	};

	private final ProviderSettings settings;

	private final String returnAddress;

	private final RestTemplate http;

	private final Clock clock;

	private volatile @Nullable ClientRegistration registration;

	private Instant notBefore = Instant.MIN;

	Provider(ProviderSettings settings, PublicUrl publicUrl, RestTemplate http, Clock clock) {
		this.settings = settings;
		this.returnAddress = publicUrl.to("/login/oauth2/code/" + ID);
		this.http = http;
		this.clock = clock;
	}

	/**
	 * Its addresses, and ours as its client.
	 * @return kept for as long as the application runs
	 * @throws ProviderAway when it does not answer
	 */
	ClientRegistration registration() {
		ClientRegistration known = this.registration;
		return (known != null) ? known : ask();
	}

	private synchronized ClientRegistration ask() {
		ClientRegistration known = this.registration;
		if (known != null) {
			return known;
		}
		if (this.clock.instant().isBefore(this.notBefore)) {
			throw new ProviderAway("The sign-in provider did not answer some seconds ago.");
		}
		try {
			ClientRegistration found = found();
			this.registration = found;
			return found;
		}
		catch (RuntimeException ex) {
			this.notBefore = this.clock.instant().plus(LEFT_IN_PEACE);
			log.warn("Nobody can sign in with {}: {}", this.settings.issuer(), ex.getMessage());
			throw new ProviderAway("The sign-in provider does not answer.", ex);
		}
	}

	private ClientRegistration found() {
		String issuer = this.settings.issuer();
		String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
		Map<String, Object> metadata = this.http.exchange(address, HttpMethod.GET, null, METADATA).getBody();
		if (metadata == null || !issuer.equals(metadata.get("issuer"))) {
			throw new ProviderAway(
					"the document at %s calls its issuer \"%s\", STOCKTAKE_OIDC_ISSUER must be exactly that"
						.formatted(address, (metadata != null) ? metadata.get("issuer") : ""));
		}
		return ClientRegistrations.fromOidcConfiguration(metadata)
			.registrationId(ID)
			.clientId(this.settings.client())
			.clientSecret(this.settings.secret())
			.clientName(this.settings.label())
			.redirectUri(this.returnAddress)
			.scope("openid", "email")
			.build();
	}

}
