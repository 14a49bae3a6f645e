package org.asemeducation.stocktake.access;

import org.asemeducation.stocktake.engine.SettingException;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stops the start of an installation of its own that does not know its address: links in
 * mails would lead nowhere.
 */
@Component
@ConditionalOnWebApplication
class RequiredSettings implements InitializingBean {

	private final DemoSettings demo;

	private final Environment environment;

	RequiredSettings(DemoSettings demo, Environment environment) {
		this.demo = demo;
		this.environment = environment;
	}

	@Override
	public void afterPropertiesSet() {
		if (!this.demo.enabled() && !this.environment.containsProperty("stocktake.public-url")) {
			throw new SettingException("STOCKTAKE_PUBLIC_URL is not set: set it to the address that people type, as in"
					+ " https://stocktake.example.org, and start again.");
		}
	}

}
