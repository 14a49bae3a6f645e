package org.asemeducation.stocktake.engine;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Closes every Spring context after the last test of a JVM, while the database is still
 * there: Testcontainers ends its container as soon as the process ends, and a context
 * that is closed without its database waits for it.
 */
public final class ClosedContexts
		implements ApplicationContextInitializer<ConfigurableApplicationContext>, LauncherSessionListener {

	/** Holds none back that its test has let go. */
	private static final Set<ConfigurableApplicationContext> CONTEXTS = Collections.newSetFromMap(new WeakHashMap<>());

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		CONTEXTS.add(context);
	}

	@Override
	public void launcherSessionClosed(LauncherSession session) {
		Set.copyOf(CONTEXTS).forEach(ConfigurableApplicationContext::close);
	}

}
