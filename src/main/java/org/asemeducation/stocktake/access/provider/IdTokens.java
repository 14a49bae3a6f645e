package org.asemeducation.stocktake.access.provider;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestTemplate;

/**
 * Checks the provider's tokens with its published keys. Only signatures that the provider
 * alone can make count: neither an unsigned token nor one made with the client's secret.
 */
class IdTokens implements JwtDecoderFactory<ClientRegistration> {

	private final RestTemplate http;

	private final Clock clock;

	private final Map<String, JwtDecoder> decoders = new ConcurrentHashMap<>();

	IdTokens(RestTemplate http, Clock clock) {
		this.http = http;
		this.clock = clock;
	}

	@Override
	public JwtDecoder createDecoder(ClientRegistration provider) {
		return this.decoders.computeIfAbsent(provider.getRegistrationId(), (id) -> decoder(provider));
	}

	private JwtDecoder decoder(ClientRegistration provider) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(provider.getProviderDetails().getJwkSetUri())
			.jwsAlgorithms((accepted) -> accepted.addAll(Set.of(SignatureAlgorithm.values())))
			.restOperations(this.http)
			.build();
		OidcIdTokenValidator claims = new OidcIdTokenValidator(provider);
		claims.setClock(this.clock);
		JwtTimestampValidator times = new JwtTimestampValidator();
		times.setClock(this.clock);
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
		decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
		return decoder;
	}

}
