package org.asemeducation.stocktake.engine;

/**
 * One thing that every model promises.
 */
interface ModelRule {

	/**
	 * Looks whether a model keeps the promise.
	 * @param model the model
	 * @param breaches takes each place where it does not
	 */
	void check(Model model, Breaches breaches);

}
