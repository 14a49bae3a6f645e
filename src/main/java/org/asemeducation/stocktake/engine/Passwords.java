package org.asemeducation.stocktake.engine;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;

import org.springframework.stereotype.Component;

/**
 * Compares a password with the one that the engine keeps, and changes nothing. The
 * engine's own check counts wrong ones in the user's row and then refuses right ones too:
 * whoever guesses would lock out whom they guess.
 */
@Component
public class Passwords {

	private static final String NOBODYS = "a password that nobody has";

	private final ProcessEngineConfigurationImpl configuration;

	private final String nobodys;

	Passwords(ProcessEngine engine) {
		this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
		this.nobodys = this.configuration.getPasswordManager().encrypt(NOBODYS);
	}

	/**
	 * Whether this is the user's password. For a user who does not exist or has none the
	 * same is worked out, so that the time it takes tells nothing.
	 * @param userId the engine's user, or any other word
	 * @param password as typed
	 * @return {@code false} also when there is no such user
	 */
	public boolean matches(String userId, String password) {
		return this.configuration.getCommandExecutorTxRequired()
			.execute((context) -> matches(context, userId, password));
	}

	private boolean matches(CommandContext context, String userId, String password) {
		PasswordManager passwords = this.configuration.getPasswordManager();
		UserEntity user = context.getDbEntityManager().selectById(UserEntity.class, userId);
		if (user == null || user.getPassword() == null) {
			passwords.check(EncryptionUtil.saltPassword(password, "salt"), this.nobodys);
			return false;
		}
		return passwords.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
	}

}
