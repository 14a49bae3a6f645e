package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The engine's settings that keep doors closed. They stand in code, after all others, so
 * that no property opens one again.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HardenEngine extends AbstractProcessEnginePlugin {

	/**
	 * Wrong passwords slow down the change of one's own password in Camunda's
	 * applications (up to a minute) but never lock for good. Sign-in does not count here:
	 * see {@link Passwords}.
	 */
	private static final int NEVER_FOR_GOOD = Integer.MAX_VALUE;

	private final boolean demo;

	HardenEngine(@Value("${stocktake.demo.enabled:false}") boolean demo) {
		this.demo = demo;
	}

	@Override
	public void preInit(ProcessEngineConfigurationImpl configuration) {
		configuration.setAuthorizationEnabled(true);
		configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
		configuration.setJavaSerializationFormatEnabled(false);
		configuration.setDeserializationTypeValidationEnabled(true);
		configuration.setDeserializationAllowedClasses("");
		configuration.setDeserializationAllowedPackages("");
		configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
		configuration.setScriptEngineResolver(new NoScripts());
		configuration.setEnablePasswordPolicy(!this.demo);
		configuration.setPasswordPolicy(new PasswordRules());
		configuration.setLoginMaxAttempts(NEVER_FOR_GOOD);
	}

}
