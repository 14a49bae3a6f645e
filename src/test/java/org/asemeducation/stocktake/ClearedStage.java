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
		stage(test).set();
	}

	@Override
	public void afterEach(ExtensionContext test) {
		stage(test).clear();
	}

	private static Stage stage(ExtensionContext test) {
		return SpringExtension.getApplicationContext(test).getBean(Stage.class);
	}

}
