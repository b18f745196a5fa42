/** Placeholder. */
package dev.understudy.catalog;
