/** What AWS itself defines: its managed policies and service-linked roles, as data. */
package dev.understudy.catalog;
