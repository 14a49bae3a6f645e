package org.asemeducation.stocktake.access.doors;

import java.util.Random;
import java.util.function.Consumer;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Draws values for a property that needs the running application, which jqwik's own
 * engine does not start. The same seed draws the same values; another is given by
 * {@code -Dstocktake.test.seed}.
 */
final class Fuzz {

	private static final long SEED = Long.getLong("stocktake.test.seed", 20300);

	private Fuzz() {
	}

	static <T> void each(Arbitrary<T> values, int tries, Consumer<T> property) {
		JqwikSession.run(() -> {
			Random random = new Random(SEED);
			RandomGenerator<T> generator = values.generator(tries, true);
			for (int number = 1; number <= tries; number++) {
				T value = generator.next(random).value();
				try {
					property.accept(value);
				}
				catch (AssertionError ex) {
					String shown = String.valueOf(value);
					throw new AssertionError("With seed %d, at try %d, by %s:%n%s".formatted(SEED, number,
							shown.substring(0, Math.min(2000, shown.length())), ex.getMessage()), ex);
				}
			}
		});
	}

}
