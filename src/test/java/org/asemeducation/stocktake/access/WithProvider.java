package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.access.provider.MockIssuer;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * The application with a provider, which is the {@link MockIssuer}.
 */
@TestConfiguration(proxyBeanMethods = false)
class WithProvider {

	@Bean
	DynamicPropertyRegistrar provider() {
		return (settings) -> {
			settings.add("stocktake.oidc.issuer", () -> MockIssuer.running().address());
			settings.add("stocktake.oidc.client", () -> MockIssuer.CLIENT);
			settings.add("stocktake.oidc.secret", () -> MockIssuer.SECRET);
			settings.add("stocktake.oidc.label", () -> "your ministry’s account");
		};
	}

}
