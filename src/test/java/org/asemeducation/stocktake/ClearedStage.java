package org.asemeducation.stocktake;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Sets the stage before each process test and clears it afterwards.
 */
class ClearedStage implements BeforeEachCallback, AfterEachCallback {

	@Override
	public void beforeEach(ExtensionContext test) {
		get(test, Stage.class).set();
	}

	@Override
	public void afterEach(ExtensionContext test) {
		get(test, Sabotage.class).mend();
		get(test, Stage.class).clear();
		get(test, Troupe.class).takeUpTheirParts();
		get(test, RememberedMails.class).forget();
	}

	private static <T> T get(ExtensionContext test, Class<T> type) {
		return SpringExtension.getApplicationContext(test).getBean(type);
	}

}
