/** Credentials of users for one service. */
package dev.understudy.iam.servicecredentials;
